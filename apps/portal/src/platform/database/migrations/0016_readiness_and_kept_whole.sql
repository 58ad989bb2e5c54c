CREATE TABLE "readiness_trial" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"tried_at" timestamp with time zone NOT NULL,
	CONSTRAINT "readiness_trial_one_row" CHECK ("readiness_trial"."only")
);
--> statement-breakpoint
CREATE TRIGGER "revision_kept_whole" BEFORE TRUNCATE ON "revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "transition_kept_whole" BEFORE TRUNCATE ON "transition" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
