-- CreateEnum
CREATE TYPE "ContactStatus" AS ENUM ('pending', 'subscribed', 'unsubscribed', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('email', 'tracking', 'data_processing');

-- CreateEnum
CREATE TYPE "ConsentAction" AS ENUM ('granted', 'withdrawn');

-- CreateEnum
CREATE TYPE "ConsentSource" AS ENUM ('manual', 'imported', 'api', 'form', 'unsubscribe_link', 'complaint');

-- CreateEnum
CREATE TYPE "SuppressionReason" AS ENUM ('unsubscribed', 'bounced', 'complained', 'manual');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('queued', 'running', 'completed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "DuplicatePolicy" AS ENUM ('skip', 'update', 'merge');

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailFolded" TEXT COLLATE "C" NOT NULL,
    "emailHash" BYTEA NOT NULL,
    "firstName" TEXT,
    "lastName" TEXT,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "status" "ContactStatus" NOT NULL,
    "statusChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "searchKey" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactTally" (
    "workspaceId" UUID NOT NULL,
    "living" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ContactTally_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "List" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "List_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListMember" (
    "workspaceId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ListMember_pkey" PRIMARY KEY ("workspaceId","listId","contactId")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactTag" (
    "workspaceId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContactTag_pkey" PRIMARY KEY ("workspaceId","tagId","contactId")
);

-- CreateTable
CREATE TABLE "ConsentRecord" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "kind" "ConsentKind" NOT NULL,
    "action" "ConsentAction" NOT NULL,
    "source" "ConsentSource" NOT NULL,
    "importId" UUID,
    "actorId" UUID,
    "ip" TEXT,
    "textVersion" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsentRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "workspaceId" UUID NOT NULL,
    "emailHash" BYTEA NOT NULL,
    "reason" "SuppressionReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("workspaceId","emailHash")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "createdById" UUID,
    "name" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "contentType" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "createdById" UUID,
    "uploadId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "workingKey" TEXT,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "hasHeader" BOOLEAN NOT NULL,
    "columns" JSONB NOT NULL,
    "policy" "DuplicatePolicy" NOT NULL,
    "source" "ConsentSource" NOT NULL,
    "listId" UUID,
    "tagNames" TEXT[],
    "status" "ImportStatus" NOT NULL DEFAULT 'queued',
    "sizeBytes" BIGINT NOT NULL,
    "byteOffset" BIGINT NOT NULL DEFAULT 0,
    "lineOffset" INTEGER NOT NULL DEFAULT 0,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "failureCode" TEXT,
    "workedMs" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRowError" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "row" TEXT NOT NULL,

    CONSTRAINT "ImportRowError_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Contact_trashed_email_idx" ON "Contact"("workspaceId", "emailFolded") WHERE ("deletedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Contact_living_created_idx" ON "Contact"("workspaceId", "createdAt", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Contact_living_name_idx" ON "Contact"("workspaceId", "nameKey", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Contact_living_status_idx" ON "Contact"("workspaceId", "status", "createdAt", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Contact_living_search_idx" ON "Contact" USING GIN ("workspaceId" uuid_ops, "searchKey" gin_trgm_ops) WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Contact_living_email_key" ON "Contact"("workspaceId", "emailFolded") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "List_living_name_key" ON "List"("workspaceId", "nameFolded") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "ListMember_contactId_idx" ON "ListMember"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_workspaceId_nameFolded_key" ON "Tag"("workspaceId", "nameFolded");

-- CreateIndex
CREATE INDEX "ContactTag_contactId_idx" ON "ContactTag"("contactId");

-- CreateIndex
CREATE INDEX "ConsentRecord_workspaceId_contactId_at_idx" ON "ConsentRecord"("workspaceId", "contactId", "at");

-- CreateIndex
CREATE INDEX "Upload_workspaceId_createdAt_idx" ON "Upload"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "Import_workspaceId_createdAt_idx" ON "Import"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRowError_workspaceId_importId_id_idx" ON "ImportRowError"("workspaceId", "importId", "id");

-- AddForeignKey
ALTER TABLE "ListMember" ADD CONSTRAINT "ListMember_listId_fkey" FOREIGN KEY ("listId") REFERENCES "List"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListMember" ADD CONSTRAINT "ListMember_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactTag" ADD CONSTRAINT "ContactTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactTag" ADD CONSTRAINT "ContactTag_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentRecord" ADD CONSTRAINT "ConsentRecord_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRowError" ADD CONSTRAINT "ImportRowError_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Keeps ContactTally exact, whoever writes. A statement that changes no count (an edit, an unsubscribe) touches no tally row, so that
-- it neither waits for nor delays an import.
CREATE FUNCTION contact_tally_add() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  INSERT INTO "ContactTally" ("workspaceId", "living")
  SELECT "workspaceId", count(*) FROM added WHERE "deletedAt" IS NULL GROUP BY "workspaceId" ORDER BY "workspaceId"
  ON CONFLICT ("workspaceId") DO UPDATE SET "living" = "ContactTally"."living" + excluded."living";
  RETURN NULL;
END
$fn$;

CREATE FUNCTION contact_tally_change() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  UPDATE "ContactTally" t SET "living" = t."living" + d."delta"
    FROM (SELECT "workspaceId", sum("living") AS "delta"
            FROM (SELECT "workspaceId", 1 AS "living" FROM after_change WHERE "deletedAt" IS NULL
                  UNION ALL
                  SELECT "workspaceId", -1 FROM before_change WHERE "deletedAt" IS NULL) AS both_sides
           GROUP BY "workspaceId") AS d
   WHERE t."workspaceId" = d."workspaceId" AND d."delta" <> 0;
  RETURN NULL;
END
$fn$;

CREATE FUNCTION contact_tally_remove() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  UPDATE "ContactTally" t SET "living" = t."living" - d."gone"
    FROM (SELECT "workspaceId", count(*) AS "gone" FROM removed WHERE "deletedAt" IS NULL GROUP BY "workspaceId") AS d
   WHERE t."workspaceId" = d."workspaceId";
  RETURN NULL;
END
$fn$;

CREATE TRIGGER contact_tally_insert AFTER INSERT ON "Contact"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION contact_tally_add();
CREATE TRIGGER contact_tally_update AFTER UPDATE ON "Contact"
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION contact_tally_change();
CREATE TRIGGER contact_tally_delete AFTER DELETE ON "Contact"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION contact_tally_remove();
