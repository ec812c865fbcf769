import { expect, test } from 'vitest'
import { html } from './html.ts'

test('strings are escaped for content and for quoted attributes, pieces are kept', () => {
  const hostile = `<script>alert("1")</script>'&\``
  expect(html`<b title="${hostile}">${html`<i>${1}</i>`}</b>`.toString()).toBe(
    '<b title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;&#96;"><i>1</i></b>',
  )
  expect(html`${[html`<br>`, html`${'<'}`]}`.toString()).toBe('<br>&lt;')
})

test('an object that looks like markup is not taken for it', () => {
  const forged: string = JSON.parse('"<img>"')
  expect(html`${forged}`.toString()).toBe('&lt;img&gt;')
})
