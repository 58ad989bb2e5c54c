CREATE TABLE "access_token" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_on" date,
	"last_used_from" text,
	CONSTRAINT "access_token_pkey" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "access_token_organisation_longest" CHECK (length("access_token"."organisation_id") <= 100),
	CONSTRAINT "access_token_longest" CHECK (length("access_token"."id") <= 100 and length("access_token"."name") <= 100 and length("access_token"."digest") <= 100
        and length("access_token"."scopes"::text) <= 2000 and length("access_token"."created_by") <= 200
        and length("access_token"."last_used_from") <= 100)
);
--> statement-breakpoint
ALTER TABLE "access_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_token_digest" ON "access_token" USING btree ("organisation_id","digest");--> statement-breakpoint
CREATE POLICY "own_organisation" ON "access_token" AS PERMISSIVE FOR ALL TO public USING ("organisation_id" = current_setting('kakehashi.organisation', true)) WITH CHECK ("organisation_id" = current_setting('kakehashi.organisation', true));