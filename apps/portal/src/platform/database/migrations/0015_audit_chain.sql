CREATE TABLE "audit_link" (
	"position" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_link_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_shipment" (
	"target" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_entry_id_audit_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION "audit_canonical"("given" jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN CASE jsonb_typeof("given")
    WHEN 'object' THEN (
      SELECT '{' || coalesce(string_agg(to_json("key")::text || ':' || "audit_canonical"("value"), ',' ORDER BY "key" COLLATE "C"), '') || '}'
      FROM jsonb_each("given"))
    WHEN 'array' THEN (
      SELECT '[' || coalesce(string_agg("audit_canonical"("value"), ',' ORDER BY "place"), '') || ']'
      FROM jsonb_array_elements("given") WITH ORDINALITY AS "element"("value", "place"))
    WHEN 'string' THEN to_json("given" #>> '{}')::text
    WHEN 'number' THEN trim_scale(("given" #>> '{}')::numeric)::text
    ELSE "given"::text
  END;
END
$$;--> statement-breakpoint
CREATE FUNCTION "audit_hash"("position" bigint, "previous" text, "entry" "audit_entry") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to("audit_canonical"(jsonb_build_object(
    'position', "position",
    'id', "entry"."id",
    'at', to_char("entry"."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'actor', "entry"."actor_id",
    'action', "entry"."action",
    'objectKind', "entry"."object_kind",
    'objectId', "entry"."object_id",
    'detail', "entry"."detail",
    'network', "entry"."network",
    'previous', "previous"
  )), 'UTF8')), 'hex');
$$;--> statement-breakpoint
CREATE FUNCTION "link_audit_entry"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "last" record;
BEGIN
  -- One transaction at a time, and only while it commits: the trigger is deferred.
  PERFORM pg_advisory_xact_lock(4153204119);
  SELECT "position", "hash" INTO "last" FROM "audit_link" ORDER BY "position" DESC LIMIT 1;
  INSERT INTO "audit_link" ("position", "entry_id", "hash") VALUES (
    coalesce("last"."position", 0) + 1,
    NEW."id",
    "audit_hash"(coalesce("last"."position", 0) + 1, coalesce("last"."hash", repeat('0', 64)), NEW)
  );
  PERFORM pg_notify('kakehashi_audit', '');
  RETURN NULL;
END
$$;--> statement-breakpoint
DO $$
DECLARE
  "entry" "audit_entry";
  "place" bigint := 0;
  "chained" text := repeat('0', 64);
BEGIN
  FOR "entry" IN SELECT * FROM "audit_entry" ORDER BY "id" LOOP
    "place" := "place" + 1;
    "chained" := "audit_hash"("place", "chained", "entry");
    INSERT INTO "audit_link" ("position", "entry_id", "hash") VALUES ("place", "entry"."id", "chained");
  END LOOP;
END
$$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "audit_entry_linked" AFTER INSERT ON "audit_entry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "link_audit_entry"();--> statement-breakpoint
CREATE TRIGGER "audit_link_append_only" BEFORE UPDATE OR DELETE ON "audit_link" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "audit_link_kept_whole" BEFORE TRUNCATE ON "audit_link" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
