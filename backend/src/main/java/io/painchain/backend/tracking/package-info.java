/**
 * Which repositories an integration follows or followed, how each stands and what its webhook does. Only reads; may ask
 * integrations.
 */
package io.painchain.backend.tracking;
