/** The members of a tenant: listed, changed, suspended, removed; a tenant keeps an owner. */
package io.painchain.backend.user.member;
