/** The anchor of a heading: lower case, words joined by hyphens; `-2`, `-3` … where it is taken already. */
export function anchorOf(heading: string, taken: Set<string>): string {
  const plain = heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s._/-]/gu, '')
    .trim()
    .replace(/[\s._/]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  const wanted = plain === '' ? 'section' : plain
  let anchor = wanted
  for (let n = 2; taken.has(anchor); n += 1) anchor = `${wanted}-${n}`
  taken.add(anchor)
  return anchor
}
