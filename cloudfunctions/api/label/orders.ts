import { listLabelOrders } from '../../../contract/label'
import { reads } from '../../../cloud/gate/verb'
import { labelOrderPage } from '../../../cloud/repositories/label-orders'
import { orderView } from './view'

export const orders = reads(listLabelOrders, async ({ page, pageSize }, { institutionId }, { store }) => {
  const { docs, total } = await labelOrderPage(store, institutionId, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: docs.map(orderView), total, page, pageSize }
})
