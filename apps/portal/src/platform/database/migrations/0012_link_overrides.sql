CREATE TABLE "link_override" (
	"publication_id" text NOT NULL,
	"revision" integer NOT NULL,
	"urls" text[] NOT NULL,
	"reason" text NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_override_publication_id_revision_pk" PRIMARY KEY("publication_id","revision")
);
--> statement-breakpoint
ALTER TABLE "link_override" ADD CONSTRAINT "link_override_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;