CREATE TABLE "surety"."webhook_deliveries" (
	"sequence" bigserial NOT NULL,
	"webhook_id" text NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"payload" text NOT NULL,
	"created_at" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"last_attempt_at" text,
	"last_status" integer,
	CONSTRAINT "webhook_deliveries_webhook_id_id_pk" PRIMARY KEY("webhook_id","id")
);
--> statement-breakpoint
CREATE TABLE "surety"."webhooks" (
	"sequence" bigserial NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"url" text NOT NULL,
	"events" jsonb NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surety"."register_entries" DROP CONSTRAINT "register_entries_owner_id_contract_number_pk";--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ALTER COLUMN "contract_number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "sequence" bigserial NOT NULL;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "id" text;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "paper" jsonb;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "search_text" text;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "is_own" boolean;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD COLUMN "deleted_at" text;--> statement-breakpoint
UPDATE "surety"."register_entries" e SET "id" = e."contract_number", "version" = 1, "is_own" = (e."owner_id" = coalesce(c."obligee_code", '')), "search_text" = c."search_text" FROM "surety"."contracts" c WHERE c."number" = e."contract_number";--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ALTER COLUMN "id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ALTER COLUMN "search_text" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ALTER COLUMN "version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ALTER COLUMN "is_own" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD CONSTRAINT "register_entries_owner_id_id_pk" PRIMARY KEY("owner_id","id");--> statement-breakpoint
ALTER TABLE "surety"."webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "surety"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_pending" ON "surety"."webhook_deliveries" USING btree ("next_attempt_at") WHERE "surety"."webhook_deliveries"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "register_by_owner" ON "surety"."register_entries" USING btree ("owner_id","sequence");