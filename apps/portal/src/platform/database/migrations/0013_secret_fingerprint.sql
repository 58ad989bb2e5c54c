CREATE TABLE "secret_fingerprint" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"fingerprint" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "secret_fingerprint_one" CHECK ("secret_fingerprint"."only")
);
