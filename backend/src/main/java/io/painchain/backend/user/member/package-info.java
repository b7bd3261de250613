/** The members of a tenant: listed, changed, suspended, removed, erased with it; a tenant keeps an owner. */
package io.painchain.backend.user.member;
