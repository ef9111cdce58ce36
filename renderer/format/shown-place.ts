// Where a packet goes or went, readable: an address without percent signs, a folder's path as it is. Runs in the window.

/** @param place an address or a path, as history has it */
export function shownPlace(place: string): string {
  if (!/^[a-z0-9+]+:\/\//i.test(place)) return place;
  try {
    return decodeURI(place);
  } catch {
    return place;
  }
}
