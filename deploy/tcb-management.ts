import type CloudBase from '@cloudbase/manager-node'
import type { Step } from './difference'
import type { Management } from './management'
import type { DeployedFunction, DeployedIndex, Environment, Sources } from './resources'

/** Node of the functions; the bundles are built for it. */
const RUNTIME = 'Nodejs18.15'
const PAGE = 100

interface GatewayApi { Path: string; Name: string; APIId: string }

const settingsOf = (name: string, wanted: DeployedFunction) => ({
  name, timeout: wanted.timeoutSeconds, memorySize: wanted.memoryMb, envVariables: { ...wanted.variables }, runtime: RUNTIME, handler: 'index.main', installDependency: false,
})

const timerOf = ({ name, cron }: { name: string; cron: string }) => ({ name, type: 'timer', config: cron })

/** A timer's description is `{"cron":"0 * * * * * *"}` or the bare cron, by the age of the function. */
function cronOf(description: string): string {
  try {
    const parsed = JSON.parse(description) as { cron?: string }
    return parsed.cron ?? description
  } catch {
    return description
  }
}

async function readFunction(cloud: CloudBase, name: string): Promise<DeployedFunction> {
  const detail = await cloud.functions.getFunctionDetail(name)
  const variables = Object.fromEntries(detail.Environment.Variables.map(({ Key, Value }) => [Key, Value]))
  return {
    hash: variables.CODE_SHA256 ?? '', timeoutSeconds: detail.Timeout, memoryMb: detail.MemorySize, variables,
    timers: detail.Triggers.filter(({ Type }) => Type === 'timer').map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, cron: cronOf(TriggerDesc) })),
  }
}

async function readFunctions(cloud: CloudBase, envId: string): Promise<Environment['functions']> {
  const listed = await cloud.functions.listAllFunctions({ envId })
  const found = new Map<string, DeployedFunction>()
  for (const { FunctionName } of listed) if (FunctionName !== undefined) found.set(FunctionName, await readFunction(cloud, FunctionName))
  return found
}

async function readCollections(cloud: CloudBase, envId: string): Promise<Environment['collections']> {
  const { Collections } = await cloud.database.listCollections({ MgoLimit: 1000, MgoOffset: 0 })
  const found = new Map<string, { access: string; indexes: DeployedIndex[] }>()
  for (const { CollectionName } of Collections) {
    const { Indexes = [] } = await cloud.database.describeCollection(CollectionName)
    const { AclTag } = await cloud.commonService().call({ Action: 'DescribeDatabaseACL', Param: { EnvId: envId, CollectionName } }) as { AclTag: string }
    found.set(CollectionName, {
      access: AclTag,
      indexes: Indexes.map((index) => ({
        name: index.Name, unique: index.Unique,
        fields: index.Keys.map(({ Name = '', Direction }) => [Name, Direction === '-1' ? -1 : 1] as const),
      })),
    })
  }
  return found
}

async function readRoutes(cloud: CloudBase): Promise<GatewayApi[]> {
  const { APISet } = await cloud.access.getAccessList({ limit: PAGE, offset: 0 })
  return APISet
}

async function readFunctionRule(cloud: CloudBase): Promise<string> {
  const { Data } = await cloud.permission.describeResourcePermission({ resourceType: 'function' })
  return Data.PermissionList[0]?.SecurityRule ?? ''
}

async function readSite(cloud: CloudBase): Promise<Map<string, string>> {
  const files = await cloud.hosting.listFiles() as Array<{ Key: string; ETag: string }>
  return new Map(files.map(({ Key, ETag }) => [Key, ETag.replaceAll('"', '')]))
}

async function removeRoute(cloud: CloudBase, path: string): Promise<void> {
  const route = (await readRoutes(cloud)).find((each) => each.Path === path)
  if (route) await cloud.access.deleteAccess({ apiId: route.APIId, name: route.Name })
}

const createIndex = (cloud: CloudBase, collection: string, { name, fields, unique }: DeployedIndex) =>
  cloud.database.updateCollection(collection, {
    CreateIndexes: [{ IndexName: name, MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys: fields.map(([path, direction]) => ({ Name: path, Direction: String(direction) })) } }],
  })

async function applyToFunction(cloud: CloudBase, step: Extract<Step, { name: string }>, folders: Sources['functionFolders']): Promise<unknown> {
  const functionPath = folders.get(step.name) ?? ''
  switch (step.kind) {
    case 'create-function': return cloud.functions.createFunction({ func: settingsOf(step.name, step.wanted), functionPath })
    case 'update-code': return cloud.functions.updateFunctionCode({ func: settingsOf(step.name, step.wanted), functionPath })
    case 'update-settings': return cloud.functions.updateFunctionConfig(settingsOf(step.name, step.wanted))
    case 'add-timer': return cloud.functions.createFunctionTriggers(step.name, [timerOf(step.timer)])
    case 'remove-timer': return cloud.functions.deleteFunctionTrigger(step.name, step.timer)
    case 'add-route': return cloud.access.createAccess({ path: step.path, name: step.name })
  }
}

type OtherStep = Exclude<Step, { name: string }>
async function applyToEnvironment(cloud: CloudBase, step: OtherStep, { envId, sources }: Place): Promise<unknown> {
  switch (step.kind) {
    case 'create-collection': return cloud.database.createCollection(step.collection)
    case 'create-index': return createIndex(cloud, step.collection, step.index)
    case 'close-collection':
      return cloud.commonService().call({ Action: 'ModifyDatabaseACL', Param: { EnvId: envId, CollectionName: step.collection, AclTag: step.access } })
    case 'close-storage': return cloud.storage.setStorageAcl('ADMINONLY')
    case 'set-function-rule':
      return cloud.permission.modifyResourcePermission({ resourceType: 'function', permission: 'CUSTOM', securityRule: step.rule })
    case 'remove-route': return removeRoute(cloud, step.path)
    case 'upload-site':
      return cloud.hosting.uploadFiles({ files: step.files.map((file) => ({ localPath: `${sources.siteFolder}/${file}`, cloudPath: file })) })
  }
}

interface Place { envId: string; sources: Sources }

/**
 * The real management end, by Tencent Cloud's own SDK (docs.cloudbase.net/api-reference/manager/node/introduction; access rules:
 * …/manager/node/rule and …/manager/node/permission).
 */
export const tcbManagement = (cloud: CloudBase, place: Place): Management => ({
  read: async () => ({
    functions: await readFunctions(cloud, place.envId),
    collections: await readCollections(cloud, place.envId),
    functionRule: await readFunctionRule(cloud),
    storageAccess: await cloud.storage.getStorageAcl() as string,
    routes: new Map((await readRoutes(cloud)).map(({ Path, Name }) => [Path, Name])),
    site: await readSite(cloud),
  }),
  apply: async (step) => {
    await ('name' in step ? applyToFunction(cloud, step, place.sources.functionFolders) : applyToEnvironment(cloud, step, place))
  },
})
