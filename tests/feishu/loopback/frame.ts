import protobuf from 'protobufjs'

/** The long connection's frame, as the platform defines it; its ids are 64 bits wide there, small ones look alike on the wire. */
const SCHEMA = `syntax = "proto2"; package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame { required uint32 SeqID = 1; required uint32 LogID = 2; required int32 service = 3; required int32 method = 4;
  repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
  optional bytes payload = 8; optional string LogIDNew = 9; }`

const FRAME = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType('pbbp2.Frame')

export const CONTROL = 0
export const DATA = 1

export interface Frame {
  readonly service: number
  readonly method: number
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Buffer
}

export function encodeFrame({ service, method, headers, payload }: Frame): Buffer {
  const pairs = Object.entries(headers).map(([key, value]) => ({ key, value }))
  const whole = FRAME.create({ SeqID: 1, LogID: 1, service, method, headers: pairs, payload })
  return Buffer.from(FRAME.encode(whole).finish())
}

export function decodeFrame(bytes: Uint8Array): Frame {
  const raw = FRAME.toObject(FRAME.decode(bytes), { bytes: Buffer }) as {
    service: number
    method: number
    headers?: { key: string; value: string }[]
    payload?: Buffer
  }
  const headers = Object.fromEntries((raw.headers ?? []).map(({ key, value }) => [key, value]))
  return { service: raw.service, method: raw.method, headers, payload: raw.payload ?? Buffer.alloc(0) }
}
