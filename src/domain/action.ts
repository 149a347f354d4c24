/** What a button does. The value travels through the platform and comes back: treat it as untrusted, parse it. */
export type Action =
  | { readonly do: 'ask'; readonly q: string }
  | { readonly do: 'page'; readonly turn: number; readonly page: number }
  /** `page`: the page on show, so that it stays; absent on the first. */
  | {
      readonly do: 'rate'
      readonly turn: number
      readonly verdict: 'useful' | 'useless'
      readonly page?: number | undefined
    }
  /** The form in which one says who one is. */
  | { readonly do: 'register' }
  | { readonly do: 'admit'; readonly registration: number; readonly verdict: 'approved' | 'refused' }
  | { readonly do: 'open'; readonly url: string }
  | { readonly do: 'download'; readonly name: string; readonly url: string }
