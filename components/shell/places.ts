import {
  Activity,
  LayoutTemplate,
  type LucideIcon,
  Megaphone,
  MessageSquareText,
  Newspaper,
  Settings,
  Users,
} from "lucide-react";

export type PlaceName =
  | "chat"
  | "newsletters"
  | "templates"
  | "contacts"
  | "campaigns"
  | "activity"
  | "settings";

export type Place = {
  name: PlaceName;
  href: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
};

/** Where the work is done, in the order of the rail. */
export const workPlaces: readonly Place[] = [
  ...(FEATURE_CHAT
    ? [{ name: "chat", href: "/chat", icon: MessageSquareText, key: "h" } satisfies Place]
    : []),
  { name: "newsletters", href: "/newsletters", icon: Newspaper, key: "n" },
  { name: "templates", href: "/templates", icon: LayoutTemplate, key: "t" },
  { name: "contacts", href: "/contacts", icon: Users, key: "c" },
  { name: "campaigns", href: "/campaigns", icon: Megaphone, key: "m" },
];

/** Below the line. */
export const lowerPlaces: readonly Place[] = [
  { name: "activity", href: "/activity", icon: Activity, key: "a" },
  { name: "settings", href: "/settings/profile", icon: Settings, key: "s" },
];

export const places: readonly Place[] = [...workPlaces, ...lowerPlaces];

const onBottomBar: readonly PlaceName[] = ["chat", "newsletters", "contacts", "activity"];
export const bottomBarPlaces = places.filter((place) => onBottomBar.includes(place.name));
export const furtherPlaces = places.filter((place) => !onBottomBar.includes(place.name));

/** Whether the place is the one that the path belongs to ("/contacts/imports/…" is Contacts). */
export function isAt(place: Place, pathname: string): boolean {
  const root = place.name === "settings" ? "/settings" : place.href;
  return pathname === root || pathname.startsWith(`${root}/`);
}
