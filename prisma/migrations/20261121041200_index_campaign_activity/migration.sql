CREATE INDEX "CampaignActivity_workspaceId_id_idx" ON "CampaignActivity"("workspaceId", "id" DESC);
