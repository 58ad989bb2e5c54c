CREATE TABLE "posted_need" (
	"organisation_id" text NOT NULL,
	"id" varchar(100) NOT NULL,
	"role" varchar(60) NOT NULL,
	"skill" varchar(60) NOT NULL,
	"prefecture" varchar(60) NOT NULL,
	"industry" varchar(60) NOT NULL,
	"size" varchar(60) NOT NULL,
	"people" integer NOT NULL,
	"wanted_by" varchar(60) NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"released_in" varchar(60),
	CONSTRAINT "posted_need_pkey" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "posted_need_organisation_longest" CHECK (length("posted_need"."organisation_id") <= 100),
	CONSTRAINT "posted_need_people_positive" CHECK ("posted_need"."people" > 0)
);
--> statement-breakpoint
ALTER TABLE "posted_need" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posted_need" ADD CONSTRAINT "posted_need_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posted_need_posted" ON "posted_need" USING btree ("organisation_id","posted_at");--> statement-breakpoint
CREATE POLICY "own_organisation" ON "posted_need" AS PERMISSIVE FOR ALL TO public USING ("organisation_id" = current_setting('kakehashi.organisation', true)) WITH CHECK ("organisation_id" = current_setting('kakehashi.organisation', true));