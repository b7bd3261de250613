/**
 * The paths of integrations that name their tenant as a team, {@code /a/{team}/integrations/…}: those that providers send
 * browsers back to, and others beside them. Does nothing itself; what is behind is the other packages'.
 */
package io.painchain.backend.connect.team;
