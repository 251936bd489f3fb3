function f(a){return a+1;}
window.x = f(2);
