import { z } from 'zod';
import { attachmentSchema } from '../domain/conversation/message';
import { maxOrderDocuments } from '../domain/order/order';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ orderId: idSchema, attachment: attachmentSchema });

/** ORD-1: adds a document to an order, the customer's purchase order above all. Its bytes travel apart. */
export const attachToOrder = defineMutation<'attachToOrder', z.infer<typeof args>>({
  name: 'attachToOrder',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ orderId }) => [{ type: 'order', id: orderId }],
  apply: (records, { orderId: id, attachment }) => {
    const order = records.get('order', id);
    if (!order) return refuse({ type: 'not-found', recordType: 'order', id });
    const documents = order.documents ?? [];
    if (documents.some((document) => document.id === attachment.id)) {
      const issue = { path: 'attachment.id', message: 'is there already' };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    if (documents.length >= maxOrderDocuments) {
      return refuse({ type: 'too-many-items', limit: maxOrderDocuments });
    }
    return ok([{ type: 'order', id, record: { ...order, documents: [...documents, attachment] } }]);
  },
});
