-- CreateEnum
CREATE TYPE "WorkflowStep" AS ENUM ('brief', 'template', 'draft', 'audience', 'review', 'scheduled', 'sent');

-- CreateEnum
CREATE TYPE "MessageRole" AS ENUM ('user', 'assistant');

-- CreateEnum
CREATE TYPE "GenerationStatus" AS ENUM ('queued', 'running', 'completed', 'stopped', 'failed');

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "createdById" UUID,
    "title" TEXT NOT NULL,
    "step" "WorkflowStep" NOT NULL DEFAULT 'brief',
    "newsletterId" UUID,
    "campaignId" UUID,
    "audience" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "MessageRole" NOT NULL,
    "parts" JSONB NOT NULL,
    "metadata" JSONB,
    "generationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "answerId" UUID NOT NULL,
    "viewer" JSONB NOT NULL,
    "status" "GenerationStatus" NOT NULL DEFAULT 'queued',
    "provider" TEXT,
    "model" TEXT,
    "fault" TEXT,
    "stopRequestedAt" TIMESTAMPTZ(3),
    "heartbeatAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "firstPartAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StreamPart" (
    "generationId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "part" JSONB NOT NULL,

    CONSTRAINT "StreamPart_pkey" PRIMARY KEY ("generationId","sequence")
);

-- CreateTable
CREATE TABLE "Newsletter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleIsOwn" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "document" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Newsletter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NewsletterVersion" (
    "newsletterId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "workspaceId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "operations" JSONB NOT NULL,
    "inverse" JSONB NOT NULL,
    "undoesVersion" INTEGER,
    "source" TEXT NOT NULL,
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NewsletterVersion_pkey" PRIMARY KEY ("newsletterId","version")
);

-- CreateIndex
CREATE INDEX "Thread_workspaceId_updatedAt_id_idx" ON "Thread"("workspaceId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Thread_newsletterId_idx" ON "Thread"("newsletterId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_threadId_position_key" ON "Message"("threadId", "position");

-- CreateIndex
CREATE INDEX "Generation_threadId_createdAt_idx" ON "Generation"("threadId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Generation_one_live_per_thread" ON "Generation"("threadId") WHERE (status IN ('queued', 'running'));

-- CreateIndex
CREATE INDEX "Newsletter_workspaceId_updatedAt_id_idx" ON "Newsletter"("workspaceId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "NewsletterVersion_workspaceId_savedAt_idx" ON "NewsletterVersion"("workspaceId", "savedAt");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StreamPart" ADD CONSTRAINT "StreamPart_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsletterVersion" ADD CONSTRAINT "NewsletterVersion_newsletterId_fkey" FOREIGN KEY ("newsletterId") REFERENCES "Newsletter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

