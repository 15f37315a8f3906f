ALTER TABLE "surety"."contracts" ADD COLUMN "guarantee_amount" bigint GENERATED ALWAYS AS ((terms->>'guaranteeAmount')::bigint) STORED;--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD COLUMN "works_price" bigint GENERATED ALWAYS AS ((terms->'works'->>'price')::bigint) STORED;--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD COLUMN "valid_until" text GENERATED ALWAYS AS (coalesce(terms->>'validUntil', '9999-12-31')) STORED;--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD COLUMN "obligee_name" text GENERATED ALWAYS AS (terms->>'obligeeName') STORED;--> statement-breakpoint
ALTER TABLE "surety"."contracts" ADD COLUMN "obligee_text" text GENERATED ALWAYS AS (split_part(search_text, '/', 2)) STORED;--> statement-breakpoint
CREATE INDEX "contracts_by_issue" ON "surety"."contracts" USING btree ("contractor_id","issued_on" collate "C","number" collate "C");--> statement-breakpoint
CREATE INDEX "contracts_by_amount" ON "surety"."contracts" USING btree ("contractor_id","guarantee_amount","number" collate "C");--> statement-breakpoint
CREATE INDEX "contracts_by_price" ON "surety"."contracts" USING btree ("contractor_id","works_price","number" collate "C");--> statement-breakpoint
CREATE INDEX "contracts_by_end" ON "surety"."contracts" USING btree ("contractor_id","valid_until" collate "C","number" collate "C");--> statement-breakpoint
CREATE INDEX "contracts_by_obligee" ON "surety"."contracts" USING btree ("contractor_id","obligee_name" collate "C","number" collate "C");--> statement-breakpoint
CREATE INDEX "contracts_by_number" ON "surety"."contracts" USING btree ("contractor_id","number" collate "C");