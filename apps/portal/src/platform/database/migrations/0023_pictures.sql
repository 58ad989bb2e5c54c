CREATE TABLE "picture" (
	"entry_id" varchar(200) NOT NULL,
	"file" varchar(40) NOT NULL,
	"bytes" "bytea" NOT NULL,
	"author" varchar(200) NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "picture_entry_id_file_pk" PRIMARY KEY("entry_id","file"),
	CONSTRAINT "picture_size" CHECK (octet_length(bytes) <= 4194304)
);
