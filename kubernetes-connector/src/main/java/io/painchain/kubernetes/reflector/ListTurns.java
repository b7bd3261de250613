package io.painchain.kubernetes.reflector;

/** At most so many lists of one server at once: they cost it far more than watches. */
public final class ListTurns {

    private final int most;
    private int taken;

    public ListTurns(int most) {
        this.most = most;
    }

    synchronized boolean take() {
        if (taken == most) {
            return false;
        }
        taken++;
        return true;
    }

    synchronized void giveBack() {
        taken--;
    }
}
