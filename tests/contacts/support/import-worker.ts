import { runImport } from "@/lib/contacts/run-import";

// A process that knows nothing but one import, for tests that kill it in the middle. It ends with its parent.
const [importId = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit(0));
while ((await runImport(importId, { batchRows: 100, sliceMs: 500 }))?.again);
process.exit(0);
