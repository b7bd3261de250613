/** Invitations to a tenant: made, listed, revoked, and accepted once. What one is for stands in its row, never in its link. */
package io.painchain.backend.user.invitation;
