CREATE TABLE "campaign_entry" (
	"entry_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"answers" json NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "campaign_entry_entry_id_campaign_id_pk" PRIMARY KEY("entry_id","campaign_id"),
	CONSTRAINT "campaign_entry_outcome_known" CHECK ("campaign_entry"."outcome" in ('accepted','declined','withdrawn')),
	CONSTRAINT "campaign_entry_settled_whole" CHECK (("campaign_entry"."settled_at" is null) = ("campaign_entry"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "campaign_mailing" (
	"campaign_id" text NOT NULL,
	"occasion" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaign_mailing_campaign_id_occasion_pk" PRIMARY KEY("campaign_id","occasion"),
	CONSTRAINT "campaign_mailing_occasion_known" CHECK ("campaign_mailing"."occasion" in ('open','closing'))
);
--> statement-breakpoint
ALTER TABLE "campaign_entry" ADD CONSTRAINT "campaign_entry_campaign_id_publication_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_mailing" ADD CONSTRAINT "campaign_mailing_campaign_id_publication_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_entry_campaign" ON "campaign_entry" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_entry_one_at_a_time" ON "campaign_entry" USING btree ("entry_id") WHERE "campaign_entry"."settled_at" is null;