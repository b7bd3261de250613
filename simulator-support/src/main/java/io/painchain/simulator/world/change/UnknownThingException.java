package io.painchain.simulator.world.change;

/** Something was named that does not exist in this world. */
public final class UnknownThingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownThingException(String message) {
        super(message);
    }
}
