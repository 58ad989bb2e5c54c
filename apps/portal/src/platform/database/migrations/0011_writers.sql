ALTER TABLE "revision" ADD COLUMN "writers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "entry_draft" ADD COLUMN "writers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Of drafts begun before this only the last who typed is known.
UPDATE "entry_draft" SET "writers" = ARRAY["author"];
