CREATE TABLE "figure_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_count" (
	"day" date NOT NULL,
	"grain" text NOT NULL,
	"measure" text NOT NULL,
	"subject" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "figure_count_day_grain_measure_subject_pk" PRIMARY KEY("day","grain","measure","subject")
);
--> statement-breakpoint
CREATE TABLE "visitor_salt" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor_sketch" (
	"day" date PRIMARY KEY NOT NULL,
	"registers" "bytea" NOT NULL
);
