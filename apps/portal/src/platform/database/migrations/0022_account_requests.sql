CREATE TABLE "account_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation" varchar(120) NOT NULL,
	"email" varchar(254) NOT NULL,
	"message" varchar(1000) NOT NULL,
	"language" varchar(2) NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"accepted" boolean
);
--> statement-breakpoint
CREATE INDEX "account_request_open" ON "account_request" USING btree ("decided_at","confirmed_at");