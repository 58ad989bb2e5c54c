CREATE TABLE "error_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" text NOT NULL,
	"body" text NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "error_report_publication" ON "error_report" USING btree ("publication_id","created_at");