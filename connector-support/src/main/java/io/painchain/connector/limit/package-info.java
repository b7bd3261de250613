/** Keeps a token within its limits: pace, spacing of writes, quotas. */
package io.painchain.connector.limit;
