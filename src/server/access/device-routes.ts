import { patterns } from '../../protocol/patterns.ts'
import type { DeviceId } from '../../response/revision.ts'
import { isJsonObject } from '../../survey/json.ts'
import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import { readPublicKey } from './device-token.ts'
import type { Limits } from './limits.ts'
import { readSurveys } from './read-given.ts'
import { readText } from './read-text.ts'

const uuid = new RegExp(patterns.uuid, 'u')

/** Tablets: codes for them, enrolling, the list, and ending one. */
export const deviceRoutes = ({ access, identity, sealing }: Store, limits: Limits): readonly Route[] => [
  {
    method: 'GET',
    url: '/api/v1/devices',
    may: ['owner', 'lead'],
    answer: async ({ who }, reply) => reply.send({ devices: await access.devices(who) }),
  },
  {
    method: 'POST',
    url: '/api/v1/devices/code',
    may: ['owner', 'lead'],
    answer: async ({ who, body }, reply) => {
      const name = readText(body, 'name', 40)
      const surveys = readSurveys(isJsonObject(body) ? body['surveys'] : null)
      if (name === null || surveys === null) return refuse(reply, 'not-a-request')
      const begun = await access.beginEnrolment(who, { name, surveys })
      return begun.ok ? reply.send(begun.value) : refuse(reply, begun.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/devices/enrol',
    may: ['anyone'],
    answer: async (request, reply) => {
      if (!limits.code(request)) return refuse(reply, 'too-often')
      const { body } = request
      const secret = readText(body, 'secret', 64)
      const device = readText(body, 'device', 36)
      const key = readPublicKey(isJsonObject(body) ? body['key'] : null)
      if (secret === null || device === null || !uuid.test(device) || key === null)
        return refuse(reply, 'not-a-request')
      const enrolled = await access.enrol({ secret, device: device as DeviceId, key })
      if (!enrolled.ok) return refuse(reply, enrolled.refused)
      limits.coded(request)
      return reply.send({ ...enrolled.value, server: identity.server, sealTo: await sealing.sealTo() })
    },
  },
  {
    method: 'POST',
    url: '/api/v1/devices/revoke',
    may: ['owner', 'lead'],
    answer: async ({ who, body }, reply) => {
      const device = readText(body, 'device', 36)
      if (device === null) return refuse(reply, 'not-a-request')
      const ended = await access.endDevice(who, { device, why: readText(body, 'why', 200) ?? '' })
      return ended.ok ? reply.send({ ok: true }) : refuse(reply, ended.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/devices/sign-out',
    may: ['device', 'former-device'],
    answer: async ({ who }, reply) => {
      if (who.kind === 'device') await access.endDevice(who, { device: who.device, why: '' })
      return reply.send({ ok: true })
    },
  },
]
