CREATE TABLE "surety"."register_entries" (
	"owner_id" text NOT NULL,
	"contract_number" text NOT NULL,
	"first_checked_at" text NOT NULL,
	"last_checked_at" text NOT NULL,
	"seen_revision" integer NOT NULL,
	CONSTRAINT "register_entries_owner_id_contract_number_pk" PRIMARY KEY("owner_id","contract_number")
);
--> statement-breakpoint
CREATE TABLE "surety"."trail" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"contract_number" text NOT NULL,
	"revision" integer NOT NULL,
	"type" text NOT NULL,
	"at" text NOT NULL,
	"account_id" text,
	"account_name" text,
	"reason" text,
	"day" text
);
--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD COLUMN "answer" jsonb;--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD COLUMN "released_on" text;--> statement-breakpoint
ALTER TABLE "surety"."register_entries" ADD CONSTRAINT "register_entries_contract_number_contracts_number_fk" FOREIGN KEY ("contract_number") REFERENCES "surety"."contracts"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surety"."trail" ADD CONSTRAINT "trail_contract_number_contracts_number_fk" FOREIGN KEY ("contract_number") REFERENCES "surety"."contracts"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "trail_by_contract" ON "surety"."trail" USING btree ("contract_number","sequence");--> statement-breakpoint
CREATE FUNCTION "surety"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'surety.% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "trail_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "surety"."trail" FOR EACH STATEMENT EXECUTE FUNCTION "surety"."refuse_change"();--> statement-breakpoint
-- What an older version kept elsewhere; who did it is known of the contractor only.
INSERT INTO "surety"."trail" ("contract_number", "revision", "type", "at", "account_id", "reason")
SELECT "number", "revision", "type", "at", "account_id", "reason" FROM (
	SELECT c."number", 0 AS "revision", 'applied' AS "type", a."submitted_at" AS "at", c."contractor_id" AS "account_id", NULL::text AS "reason", 0 AS "place"
	FROM "surety"."contracts" c JOIN "surety"."applications" a ON a."id" = c."application_id"
	UNION ALL
	SELECT r."contract_number", r."revision", CASE r."revision" WHEN 0 THEN 'issued' ELSE 'changed' END,
		coalesce(r."arrived_at", CASE r."revision" WHEN 0 THEN a."updated_at" ELSE r."issued_on" || 'T00:00:00+09:00' END), NULL, r."change_reason", 1
	FROM "surety"."revisions" r JOIN "surety"."contracts" c ON c."number" = r."contract_number" JOIN "surety"."applications" a ON a."id" = c."application_id"
	UNION ALL
	SELECT "number", "revision", 'handed-in', "handed_in_at", "contractor_id", NULL, 2 FROM "surety"."contracts" WHERE "handed_in_at" IS NOT NULL
	UNION ALL
	SELECT "number", "revision", 'cancelled', "cancelled_at", NULL, "cancel_reason", 3 FROM "surety"."contracts" WHERE "cancelled_at" IS NOT NULL
) AS "past" ORDER BY "number" COLLATE "C", "at" COLLATE "C", "place";
