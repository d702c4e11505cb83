-- CreateEnum
CREATE TYPE "RecipientState" AS ENUM ('queued', 'claimed', 'handed', 'accepted', 'rejected', 'unknown', 'excluded');

-- CreateEnum
CREATE TYPE "DispatchState" AS ENUM ('running', 'paused', 'stopped', 'finished');

-- CreateEnum
CREATE TYPE "DeliveryOutcome" AS ENUM ('accepted', 'rejected', 'deferred', 'unknown');

-- CreateEnum
CREATE TYPE "SignalKind" AS ENUM ('delivered', 'opened', 'clicked', 'bounced', 'complained', 'unsubscribed');

-- CreateTable
CREATE TABLE "Sender" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "fromName" TEXT NOT NULL,
    "fromEmail" TEXT NOT NULL,
    "replyTo" TEXT,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Sender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispatch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "state" "DispatchState" NOT NULL DEFAULT 'running',
    "pausedReason" TEXT,
    "contentHash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "links" TEXT[],
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "progressAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastFault" TEXT,
    "lastFaultAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Batch" (
    "dispatchId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "pending" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "holder" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("dispatchId","number")
);

-- CreateTable
CREATE TABLE "Recipient" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "dispatchId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "batch" INTEGER,
    "state" "RecipientState" NOT NULL,
    "reason" TEXT,
    "response" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "handedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "recipientId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "workspaceId" UUID NOT NULL,
    "dispatchId" UUID NOT NULL,
    "handedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "DeliveryOutcome" NOT NULL,
    "response" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("recipientId","attempt")
);

-- CreateTable
CREATE TABLE "FigureDelta" (
    "id" BIGSERIAL NOT NULL,
    "dispatchId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "audience" INTEGER NOT NULL DEFAULT 0,
    "excluded" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "clicked" INTEGER NOT NULL DEFAULT 0,
    "bounced" INTEGER NOT NULL DEFAULT 0,
    "complained" INTEGER NOT NULL DEFAULT 0,
    "unsubscribed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "FigureDelta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliverySignal" (
    "recipientId" UUID NOT NULL,
    "kind" "SignalKind" NOT NULL,
    "linkIndex" INTEGER NOT NULL DEFAULT -1,
    "bot" BOOLEAN NOT NULL DEFAULT false,
    "workspaceId" UUID NOT NULL,
    "dispatchId" UUID NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeliverySignal_pkey" PRIMARY KEY ("recipientId","kind","linkIndex","bot")
);

-- CreateIndex
CREATE INDEX "Sender_workspaceId_createdAt_idx" ON "Sender"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Sender_default_key" ON "Sender"("workspaceId") WHERE ("isDefault");

-- CreateIndex
CREATE UNIQUE INDEX "Dispatch_campaignId_key" ON "Dispatch"("campaignId");

-- CreateIndex
CREATE INDEX "Dispatch_workspaceId_startedAt_idx" ON "Dispatch"("workspaceId", "startedAt");

-- CreateIndex
CREATE INDEX "Dispatch_unfinished_idx" ON "Dispatch"("progressAt") WHERE ("finishedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Batch_claimable_idx" ON "Batch"("dispatchId", "dueAt", "number") WHERE ("leaseUntil" IS NULL AND pending > 0);

-- CreateIndex
CREATE INDEX "Batch_leased_idx" ON "Batch"("leaseUntil") WHERE ("leaseUntil" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Recipient_dispatchId_id_idx" ON "Recipient"("dispatchId", "id");

-- CreateIndex
CREATE INDEX "Recipient_dispatchId_batch_idx" ON "Recipient"("dispatchId", "batch");

-- CreateIndex
CREATE INDEX "Recipient_workspaceId_contactId_idx" ON "Recipient"("workspaceId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Recipient_dispatchId_contactId_key" ON "Recipient"("dispatchId", "contactId");

-- CreateIndex
CREATE INDEX "FigureDelta_dispatchId_at_idx" ON "FigureDelta"("dispatchId", "at");

-- CreateIndex
CREATE INDEX "DeliverySignal_dispatchId_kind_linkIndex_idx" ON "DeliverySignal"("dispatchId", "kind", "linkIndex");

-- A recipient's row is rewritten three times a mail; room on its own page keeps that away from the indexes (HOT).
ALTER TABLE "Recipient" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "Batch" SET (fillfactor = 50);
