/**
 * The operators' side of the queue: a tenant's tasks as a list, and cancelling one. May touch the queue and
 * integrations' names.
 */
package io.painchain.backend.task.list;
