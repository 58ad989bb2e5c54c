CREATE TABLE "evidence_file" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"digest" text NOT NULL,
	"state" text NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"upload_id" text NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"cells" json NOT NULL,
	"typed" json NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"action" text NOT NULL,
	"problems" json NOT NULL,
	"warnings" json NOT NULL,
	"new_id" text NOT NULL,
	"outcome" text,
	"remark" json,
	CONSTRAINT "import_row_upload_id_position_pk" PRIMARY KEY("upload_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_upload" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"owner_id" text,
	"author" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" "bytea",
	"state" text NOT NULL,
	"fault" json,
	"report" json,
	"choice" json,
	"counts" json,
	"total" integer DEFAULT 0 NOT NULL,
	"faulty" integer DEFAULT 0 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imported_entry" (
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"entry_id" text NOT NULL,
	"row_digest" text NOT NULL,
	"draft_digest" text NOT NULL,
	CONSTRAINT "imported_entry_owner_id_kind_key_pk" PRIMARY KEY("owner_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_upload_id_import_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."import_upload"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_file_entry" ON "evidence_file" USING btree ("entry_id","created_at");--> statement-breakpoint
CREATE INDEX "import_upload_owner" ON "import_upload" USING btree ("owner_id","created_at");