import { type Html, html } from './html.ts'
import type { Fact, Letter, Quoted } from './letter.ts'
import { type Phrase, phrase, verbatim } from './phrase.ts'
import { FONT, INLINE, STYLE_SHEET } from './style.ts'

const TABLE = html`role="presentation" cellpadding="0" cellspacing="0" border="0"`

/** Keeps the inbox preview from running on into the body: invisible characters that take its space. */
const PREVIEW_END = Array.from({ length: 80 }, () => html`&#847;&zwnj;&nbsp;`)

/** The HTML part: nested tables and inline styles, because that is what mail clients agree on. */
export function letterHtml(letter: Letter, quotes: readonly Quoted[]): string {
  const { subject, preview, why, host } = letter
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${subject.html}</title>
${STYLE_SHEET}
</head>
<body class="page" style="margin:0;padding:0;${INLINE.page};font-family:${FONT}">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px">${preview.html}${PREVIEW_END}</div>
<table ${TABLE} width="100%" class="page" style="${INLINE.page};font-family:${FONT}"><tr><td class="gutter" align="center" style="padding:32px 16px">
<!--[if mso]><table ${TABLE} width="600"><tr><td><![endif]-->
<table ${TABLE} width="100%" style="max-width:600px;text-align:left">
<tr><td style="padding:0 4px 16px">${brand()}</td></tr>
<tr><td class="card inside" style="${INLINE.card};padding:32px">${card(letter, quotes)}</td></tr>
<tr><td style="padding:16px 4px 0">
<p class="quiet" style="${INLINE.small}">${why.html}</p>
<p class="quiet" style="${INLINE.small};margin-top:4px">${phrase`Sent by Roster at ${verbatim(host)}.`.html}</p>
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`.toString()
}

function brand(): Html {
  return html`<table ${TABLE}><tr>
<td class="accent" width="24" height="24" align="center" valign="middle" style="${INLINE.mark}">R</td>
<td class="ink" style="${INLINE.brand};padding-left:8px">Roster</td>
</tr></table>`
}

function card({ heading, opening, facts, action, closing }: Letter, quotes: readonly Quoted[]): Html {
  return html`
<h1 class="ink" style="${INLINE.heading}">${heading.html}</h1>
${opening.map(paragraph)}
${quotes.flatMap(({ by, lines }) => [paragraph(by), quotation(lines)])}
${facts ? [factTable(facts)] : []}
${action ? [button(action)] : []}
${(closing ?? []).map(paragraph)}
${action ? [bareLink(action.link)] : []}
`
}

function paragraph({ html: words }: Phrase): Html {
  return html`<p class="body" style="${INLINE.paragraph}">${words}</p>
`
}

function quotation(lines: readonly string[]): Html {
  const shown = lines.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))
  return html`<table ${TABLE} width="100%" style="margin-top:8px"><tr>
<td class="inset line body" dir="auto" style="${INLINE.quote}">${shown}</td>
</tr></table>
`
}

function factTable(facts: readonly Fact[]): Html {
  return html`<table ${TABLE} width="100%" style="margin-top:24px">
${facts.map(
  ({ label, value, note }) => html`<tr>
<td class="label line quiet" width="112" valign="top" style="${INLINE.label}">${label}</td>
<td class="value line ink" valign="top" style="${INLINE.value}">${value.html}${
    note?.text ? html`<br><span class="quiet" style="${INLINE.note}">${note.html}</span>` : ''
  }</td>
</tr>
`,
)}</table>
`
}

function button({ label, link }: { label: string; link: string }): Html {
  return html`<table ${TABLE} style="margin-top:24px"><tr>
<td class="accent" align="center" style="${INLINE.buttonCell}"><a href="${link}" target="_blank" rel="noopener" style="${INLINE.button}">${label}</a></td>
</tr></table>
`
}

/** For clients that swallow buttons, and for people who want to see where a link goes. */
function bareLink(link: string): Html {
  return html`<p class="quiet" style="${INLINE.small};margin-top:20px">If the button does nothing, open this link:<br><a class="link" href="${link}" target="_blank" rel="noopener" style="${INLINE.link}">${link}</a></p>
`
}
