CREATE TABLE "email_change" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"former_email" text NOT NULL,
	"new_email" text NOT NULL,
	"token_digest" text NOT NULL,
	"session_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"undo_digest" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "email_change_token_digest_unique" UNIQUE("token_digest"),
	CONSTRAINT "email_change_undo_digest_unique" UNIQUE("undo_digest"),
	CONSTRAINT "email_change_undoable" CHECK (("email_change"."changed_at" is null) = ("email_change"."undo_digest" is null))
);
--> statement-breakpoint
CREATE TABLE "used_totp_step" (
	"user_id" text NOT NULL,
	"step" bigint NOT NULL,
	CONSTRAINT "used_totp_step_user_id_step_pk" PRIMARY KEY("user_id","step")
);
--> statement-breakpoint
ALTER TABLE "second_factor" ADD COLUMN "enabled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_user_id_site_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."site_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "used_totp_step" ADD CONSTRAINT "used_totp_step_user_id_site_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."site_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_change_user" ON "email_change" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "email_change_former" ON "email_change" USING btree ("former_email");