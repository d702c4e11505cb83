/** Runs once when the web server starts. The guard is Next's own form: its bundler drops the import from the edge build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { endOnFaultyEnvironment } = await import("@/lib/platform/end-on-faulty-environment");
    endOnFaultyEnvironment();
  }
}
