CREATE TABLE "link_check" (
	"url" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"status" integer,
	"failure" text,
	"moved_to" text,
	"failures" integer NOT NULL,
	"failing_since" timestamp with time zone,
	"told_at" timestamp with time zone
);
