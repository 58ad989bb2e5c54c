-- No text is of any length. What stands already is not judged (NOT VALID), so that a longer text of before stops no
-- migration; what is written from here on is. Texts that people type have shorter limits in their forms: these are
-- the outer wall.
ALTER TABLE "alert_subscription" ADD CONSTRAINT "alert_subscription_lengths" CHECK (
  char_length("address") <= 320
  AND char_length("frequency") <= 200
  AND char_length("language") <= 200
  AND char_length("search") <= 16000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_lengths" CHECK (
  char_length("key") <= 500
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_lengths" CHECK (
  char_length("action") <= 200
  AND char_length("actor_id") <= 200
  AND octet_length("detail"::text) <= 1000000
  AND char_length("network") <= 200
  AND char_length("object_id") <= 1000
  AND char_length("object_kind") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_lengths" CHECK (
  char_length("hash") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "audit_shipment" ADD CONSTRAINT "audit_shipment_lengths" CHECK (
  char_length("target") <= 4000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "campaign_entry" ADD CONSTRAINT "campaign_entry_lengths" CHECK (
  octet_length("answers"::text) <= 1000000
  AND char_length("campaign_id") <= 200
  AND char_length("entry_id") <= 200
  AND char_length("outcome") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "campaign_mailing" ADD CONSTRAINT "campaign_mailing_lengths" CHECK (
  char_length("campaign_id") <= 200
  AND char_length("occasion") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_lengths" CHECK (
  char_length("former_email") <= 320
  AND char_length("id") <= 200
  AND char_length("new_email") <= 320
  AND char_length("session_id") <= 200
  AND char_length("token_digest") <= 200
  AND char_length("undo_digest") <= 200
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_lengths" CHECK (
  char_length("author") <= 200
  AND char_length("id") <= 200
  AND char_length("kind") <= 200
  AND char_length("owner_id") <= 200
  AND octet_length("typed"::text) <= 10000000
  AND octet_length("writers"::text) <= 1000000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_lengths" CHECK (
  char_length("body") <= 4000
  AND char_length("email") <= 320
  AND char_length("language") <= 200
  AND char_length("publication_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_lengths" CHECK (
  char_length("author") <= 200
  AND char_length("digest") <= 200
  AND char_length("entry_id") <= 200
  AND char_length("id") <= 200
  AND char_length("media_type") <= 200
  AND char_length("name") <= 300
  AND char_length("state") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "figure_count" ADD CONSTRAINT "figure_count_lengths" CHECK (
  char_length("grain") <= 200
  AND char_length("measure") <= 200
  AND char_length("subject") <= 1000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_lengths" CHECK (
  char_length("action") <= 200
  AND octet_length("cells"::text) <= 10000000
  AND char_length("key") <= 100000
  AND char_length("new_id") <= 200
  AND char_length("outcome") <= 200
  AND octet_length("problems"::text) <= 40000000
  AND octet_length("remark"::text) <= 100000
  AND char_length("title") <= 100000
  AND octet_length("typed"::text) <= 10000000
  AND char_length("upload_id") <= 200
  AND octet_length("warnings"::text) <= 10000000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_lengths" CHECK (
  char_length("author") <= 200
  AND octet_length("bytes") <= 11000000
  AND octet_length("choice"::text) <= 100000
  AND octet_length("counts"::text) <= 100000
  AND octet_length("fault"::text) <= 100000
  AND char_length("file_name") <= 300
  AND char_length("id") <= 200
  AND char_length("kind") <= 200
  AND char_length("owner_id") <= 200
  AND octet_length("report"::text) <= 10000000
  AND char_length("state") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "imported_entry" ADD CONSTRAINT "imported_entry_lengths" CHECK (
  char_length("draft_digest") <= 200
  AND char_length("entry_id") <= 200
  AND char_length("key") <= 100000
  AND char_length("kind") <= 200
  AND char_length("owner_id") <= 200
  AND char_length("row_digest") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_lengths" CHECK (
  char_length("email") <= 320
  AND char_length("id") <= 200
  AND char_length("inviter_id") <= 200
  AND char_length("language") <= 200
  AND char_length("organisation_id") <= 200
  AND char_length("organisation_role") <= 200
  AND char_length("site_role") <= 200
  AND char_length("status") <= 200
  AND char_length("token_digest") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "job_outbox" ADD CONSTRAINT "job_outbox_lengths" CHECK (
  octet_length("data"::text) <= 1000000
  AND char_length("name") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_lengths" CHECK (
  char_length("failure") <= 4000
  AND char_length("moved_to") <= 20000
  AND char_length("url") <= 4000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "link_override" ADD CONSTRAINT "link_override_lengths" CHECK (
  char_length("publication_id") <= 200
  AND char_length("reason") <= 4000
  AND octet_length("urls"::text) <= 1000000
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "mail_message" ADD CONSTRAINT "mail_message_lengths" CHECK (
  char_length("html") <= 1000000
  AND char_length("key") <= 1000
  AND char_length("language") <= 200
  AND char_length("last_error") <= 20000
  AND char_length("state") <= 200
  AND char_length("subject") <= 2000
  AND char_length("template") <= 200
  AND char_length("text") <= 1000000
  AND char_length("to_address") <= 320
  AND char_length("unsubscribe_url") <= 4000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_lengths" CHECK (
  char_length("id") <= 200
  AND char_length("organisation_id") <= 200
  AND char_length("role") <= 200
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_lengths" CHECK (
  char_length("id") <= 200
  AND char_length("logo") <= 10000
  AND char_length("metadata") <= 10000
  AND char_length("name") <= 500
  AND char_length("slug") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_lengths" CHECK (
  char_length("aaguid") <= 200
  AND char_length("credential_id") <= 4000
  AND char_length("device_type") <= 200
  AND char_length("id") <= 200
  AND char_length("name") <= 500
  AND char_length("public_key") <= 10000
  AND char_length("transports") <= 500
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_lengths" CHECK (
  char_length("content_digest") <= 200
  AND char_length("id") <= 200
  AND char_length("kind") <= 200
  AND char_length("owner_id") <= 200
  AND char_length("state") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "published_record" ADD CONSTRAINT "published_record_lengths" CHECK (
  octet_length("data"::text) <= 10000000
  AND char_length("kind") <= 200
  AND char_length("publication_id") <= 200
  AND octet_length("typesetting"::text) <= 100000000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_lengths" CHECK (
  char_length("publication_id") <= 200
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_lengths" CHECK (
  char_length("author") <= 200
  AND char_length("body") <= 10000
  AND char_length("field") <= 500
  AND char_length("publication_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "review_conflict" ADD CONSTRAINT "review_conflict_lengths" CHECK (
  char_length("publication_id") <= 200
  AND char_length("reason") <= 4000
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_lengths" CHECK (
  char_length("author") <= 200
  AND octet_length("data"::text) <= 10000000
  AND char_length("publication_id") <= 200
  AND char_length("reason") <= 5000
  AND octet_length("writers"::text) <= 1000000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_lengths" CHECK (
  char_length("backup_codes") <= 20000
  AND char_length("id") <= 200
  AND char_length("secret") <= 4000
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "secret_fingerprint" ADD CONSTRAINT "secret_fingerprint_lengths" CHECK (
  char_length("fingerprint") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_lengths" CHECK (
  char_length("active_organisation_id") <= 200
  AND char_length("id") <= 200
  AND char_length("ip_address") <= 200
  AND char_length("token") <= 1000
  AND char_length("user_agent") <= 20000
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "sign_in_method" ADD CONSTRAINT "sign_in_method_lengths" CHECK (
  char_length("access_token") <= 50000
  AND char_length("account_id") <= 1000
  AND char_length("id") <= 200
  AND char_length("id_token") <= 50000
  AND char_length("password") <= 4000
  AND char_length("provider_id") <= 200
  AND char_length("refresh_token") <= 50000
  AND char_length("scope") <= 5000
  AND char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "site_user" ADD CONSTRAINT "site_user_lengths" CHECK (
  char_length("email") <= 320
  AND char_length("id") <= 200
  AND char_length("image") <= 5000
  AND char_length("language") <= 200
  AND char_length("name") <= 500
  AND char_length("role") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_lengths" CHECK (
  char_length("action") <= 200
  AND char_length("actor") <= 200
  AND char_length("from_state") <= 200
  AND char_length("publication_id") <= 200
  AND char_length("reason") <= 5000
  AND char_length("to_state") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "used_totp_step" ADD CONSTRAINT "used_totp_step_lengths" CHECK (
  char_length("user_id") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_lengths" CHECK (
  char_length("id") <= 200
  AND char_length("identifier") <= 1000
  AND char_length("value") <= 50000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "visitor_salt" ADD CONSTRAINT "visitor_salt_lengths" CHECK (
  octet_length("salt") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "visitor_sketch" ADD CONSTRAINT "visitor_sketch_lengths" CHECK (
  octet_length("registers") <= 1000000
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_lengths" CHECK (
  char_length("body") <= 1000000
  AND char_length("event") <= 200
  AND char_length("last_error") <= 20000
  AND char_length("state") <= 200
) NOT VALID;
--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_lengths" CHECK (
  char_length("former_secret") <= 1000
  AND char_length("name") <= 500
  AND char_length("secret") <= 1000
  AND char_length("state") <= 200
  AND char_length("url") <= 4000
) NOT VALID;
