/**
 * Loads `node:test` so that it costs the tests nothing. To know which test calls `after`, or fails where nobody waits, it has Node tell it
 * of each promise that is made and of each that is collected: a sixth of their processor time (decision 132). What a test calls is in
 * its asynchronous scope, and Node carries that along by itself. Imported before anything imports `node:test`; should a later Node ask in
 * another way, the tests run as they would without.
 */
import hooks from 'node:async_hooks'

const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId } = hooks
const scope = new AsyncLocalStorage()
let told = null
let file

/** From here on, what is in no scope is in this one: modules that wait for others are evaluated outside of who imports them. */
export const fileBegins = () => void (file = scope.getStore())
export const fileEnded = () => void (file = undefined)

/** A test or a suite: told of when it is made, and what runs in it knows that it does. */
class Scope extends AsyncResource {
  constructor(...kind) {
    super(...kind)
    told?.init(this.asyncId(), kind[0], this.triggerAsyncId(), this)
  }

  // Node's own would put the storage back to what it was when this was made: inside of it, then.
  runInAsyncScope(work, self, ...given) {
    return super.runInAsyncScope(() => scope.run(this.asyncId(), () => Reflect.apply(work, self, given)))
  }
}

hooks.AsyncResource = Scope
hooks.executionAsyncId = () => scope.getStore() ?? file ?? executionAsyncId()
hooks.createHook = (heard) => {
  told = heard
  return { enable() {}, disable() {} }
}
await import('node:test')
Object.assign(hooks, { AsyncResource, createHook, executionAsyncId })
