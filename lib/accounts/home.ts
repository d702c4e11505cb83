/** Where a signed-in person lands who asked for nothing else. */
export const home = "/chat";
