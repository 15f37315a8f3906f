ALTER TABLE "surety"."contracts" ADD COLUMN "handed_in_at" text;--> statement-breakpoint
ALTER TABLE "surety"."revisions" ADD COLUMN "signature" text;