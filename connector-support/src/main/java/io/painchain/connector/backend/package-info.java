/**
 * The backend as a connector sees it: its API, the connector key, and how drafts are posted in batches. The declarative clients
 * are in {@code api}; deadlines, pages and what a refusal means are added here.
 */
package io.painchain.connector.backend;
