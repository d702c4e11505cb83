-- CreateEnum
CREATE TYPE "CampaignStatus" AS ENUM ('draft', 'scheduled', 'preparing', 'sending', 'paused', 'sent', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "PausedReason" AS ENUM ('user', 'errors', 'complaints', 'stale');

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "newsletterId" UUID NOT NULL,
    "senderId" UUID,
    "audience" JSONB NOT NULL,
    "status" "CampaignStatus" NOT NULL DEFAULT 'draft',
    "pausedReason" "PausedReason",
    "contentHash" TEXT,
    "content" JSONB,
    "subject" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "scheduledFor" TIMESTAMPTZ(3),
    "timeZone" TEXT,
    "scheduleRun" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignActivity" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "details" JSONB,
    "figures" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CampaignActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "view" JSONB NOT NULL,
    "createdById" UUID,
    "createdVia" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "voidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Campaign_workspaceId_id_idx" ON "Campaign"("workspaceId", "id" DESC);

-- CreateIndex
CREATE INDEX "Campaign_workspaceId_status_id_idx" ON "Campaign"("workspaceId", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "Campaign_workspaceId_newsletterId_idx" ON "Campaign"("workspaceId", "newsletterId");

-- CreateIndex
CREATE INDEX "CampaignActivity_workspaceId_campaignId_id_idx" ON "CampaignActivity"("workspaceId", "campaignId", "id" DESC);

-- CreateIndex
CREATE INDEX "Proposal_workspaceId_campaignId_id_idx" ON "Proposal"("workspaceId", "campaignId", "id" DESC);

-- CreateIndex
CREATE INDEX "Proposal_expiresAt_idx" ON "Proposal"("expiresAt");

-- AddForeignKey
ALTER TABLE "CampaignActivity" ADD CONSTRAINT "CampaignActivity_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
