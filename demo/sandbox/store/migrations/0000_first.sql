CREATE SCHEMA "surety";
--> statement-breakpoint
CREATE TABLE "surety"."applications" (
	"sequence" bigserial NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"receipt_number" text NOT NULL,
	"contractor_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"return_reason" text,
	"message_from_surety" text,
	CONSTRAINT "applications_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "surety"."contracts" (
	"sequence" bigserial NOT NULL,
	"number" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"contractor_id" text NOT NULL,
	"kind" text NOT NULL,
	"certificate_form" text NOT NULL,
	"obligee_code" text,
	"issued_on" text NOT NULL,
	"revision" integer NOT NULL,
	"arrived_at" text,
	"cancelled_at" text,
	"cancel_reason" text,
	"search_text" text NOT NULL,
	"sealed_key" text,
	"key_mac" text,
	"terms" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "surety"."counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "surety"."idempotency_keys" (
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"status" integer,
	"answer" json,
	"application_id" text,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "surety"."key_views" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"contract_number" text NOT NULL,
	"account_id" text NOT NULL,
	"viewed_at" text NOT NULL,
	"purpose" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "surety"."mails" (
	"sequence" bigserial NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"contractor_id" text NOT NULL,
	"to" text NOT NULL,
	"from" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" text NOT NULL,
	"delivery" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "surety"."revisions" (
	"sequence" bigserial NOT NULL,
	"contract_number" text NOT NULL,
	"revision" integer NOT NULL,
	"contractor_id" text NOT NULL,
	"change_reason" text,
	"issued_on" text NOT NULL,
	"arrived_at" text,
	"terms" jsonb NOT NULL,
	CONSTRAINT "revisions_contract_number_revision_pk" PRIMARY KEY("contract_number","revision")
);
--> statement-breakpoint
CREATE TABLE "surety"."sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"expires_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "surety"."tries" (
	"bucket" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failure_at" bigint NOT NULL,
	"blocked_until" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD CONSTRAINT "contracts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "surety"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surety"."key_views" ADD CONSTRAINT "key_views_contract_number_contracts_number_fk" FOREIGN KEY ("contract_number") REFERENCES "surety"."contracts"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surety"."revisions" ADD CONSTRAINT "revisions_contract_number_contracts_number_fk" FOREIGN KEY ("contract_number") REFERENCES "surety"."contracts"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_by_contractor" ON "surety"."applications" USING btree ("contractor_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_once_per_guarantee" ON "surety"."contracts" USING btree ("application_id","kind");--> statement-breakpoint
CREATE INDEX "contracts_by_contractor" ON "surety"."contracts" USING btree ("contractor_id","sequence");--> statement-breakpoint
CREATE INDEX "key_views_by_contract" ON "surety"."key_views" USING btree ("contract_number","sequence");--> statement-breakpoint
CREATE INDEX "mails_by_contractor" ON "surety"."mails" USING btree ("contractor_id","sequence");--> statement-breakpoint
CREATE INDEX "mails_pending" ON "surety"."mails" USING btree ("next_attempt_at") WHERE "surety"."mails"."delivery" = 'pending';--> statement-breakpoint
CREATE INDEX "arrivals_by_contractor" ON "surety"."revisions" USING btree ("contractor_id","sequence") WHERE "surety"."revisions"."arrived_at" is not null;