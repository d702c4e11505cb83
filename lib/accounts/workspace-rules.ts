/** `Café São João!` → `cafe-sao-joao`: what stands in a workspace's public addresses. */
export function slugFromName(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48)
    .replace(/-+$/, "");
  return slug || "workspace";
}

/** `ana.silva+news@example.com` → `Ana Silva`: a first name for a workspace, changed in settings. */
export function nameFromEmail(email: string): string {
  const [local = ""] = email.split("@");
  const words = local
    .replace(/\+.*$/, "")
    .split(/[._-]+/)
    .filter(Boolean);
  return (
    words
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(" ")
      .slice(0, 80) || "Galley"
  );
}
