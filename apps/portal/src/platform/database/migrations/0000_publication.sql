CREATE TABLE "publication" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"current_revision" integer NOT NULL,
	"published_revision" integer,
	"owner_id" text,
	"entered_on" date NOT NULL,
	"confirmed_on" date,
	"first_published_at" timestamp with time zone,
	"scheduled_for" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"content_digest" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "publication_state_known" CHECK ("publication"."state" in ('draft','submitted','in-review','changes-requested','scheduled','published','expired','withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "published_record" (
	"publication_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"data" json NOT NULL,
	"typesetting" jsonb NOT NULL,
	"entered_on" date NOT NULL,
	"confirmed_on" date,
	"published_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"sequence" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"publication_id" text NOT NULL,
	"number" integer NOT NULL,
	"data" json NOT NULL,
	"author" text NOT NULL,
	"reason" text NOT NULL,
	"minor" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "revision_publication_id_number_pk" PRIMARY KEY("publication_id","number")
);
--> statement-breakpoint
CREATE TABLE "transition" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"publication_id" text NOT NULL,
	"action" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"revision" integer NOT NULL,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "published_record" ADD CONSTRAINT "published_record_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_kind_state" ON "publication" USING btree ("kind","state");--> statement-breakpoint
CREATE INDEX "published_record_sequence" ON "published_record" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "transition_publication" ON "transition" USING btree ("publication_id","id");--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are added, never changed', TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER "revision_append_only" BEFORE UPDATE OR DELETE ON "revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "transition_append_only" BEFORE UPDATE OR DELETE ON "transition" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
