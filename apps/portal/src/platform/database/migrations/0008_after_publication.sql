ALTER TABLE "mail_message" DROP CONSTRAINT "mail_message_state_known";--> statement-breakpoint
ALTER TABLE "publication" DROP CONSTRAINT "publication_state_known";--> statement-breakpoint
ALTER TABLE "mail_message" ADD CONSTRAINT "mail_message_state_known" CHECK ("mail_message"."state" in ('queued','sending','sent','failed','uncertain'));--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_state_known" CHECK ("publication"."state" in ('draft','submitted','in-review','changes-requested','scheduled','published','suspended','expired','withdrawn'));