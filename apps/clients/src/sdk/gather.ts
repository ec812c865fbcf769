/** All that a listing goes through. */
export async function gather<Item>(listing: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listing) items.push(item)
  return items
}
