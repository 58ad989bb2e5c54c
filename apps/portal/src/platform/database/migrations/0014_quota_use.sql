CREATE TABLE "quota_use" (
	"quota" varchar(60) NOT NULL,
	"scope" varchar(20) NOT NULL,
	"seconds" integer NOT NULL,
	"subject" varchar(120) NOT NULL,
	"used" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quota_use_quota_scope_seconds_subject_pk" PRIMARY KEY("quota","scope","seconds","subject")
);
--> statement-breakpoint
CREATE INDEX "quota_use_ends" ON "quota_use" USING btree ("ends_at");